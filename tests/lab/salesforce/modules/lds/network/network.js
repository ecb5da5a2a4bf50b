// The data service's way to the server, and its shape of a failure (facts/salesforce.md §3.2).
import { execute, executeGlobalController } from 'aura/controllers';

export class AuraFetchResponse extends Error {
  constructor(status, body) {
    super(body.message ?? body.error);
    this.status = status;
    this.body = body;
  }
}

export function dispatchAction(endpoint, params, options) {
  return executeGlobalController(endpoint, params, options).catch(rethrow);
}

export function dispatchComponentAction(descriptor, params) {
  return execute(descriptor, params).catch(rethrow);
}

function rethrow(error) {
  if (error.data?.statusCode !== undefined) throw new AuraFetchResponse(error.data.statusCode, error.data);
  throw new AuraFetchResponse(500, { error: error.message });
}
