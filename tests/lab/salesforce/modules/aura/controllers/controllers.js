// Promises over actions.
import { enqueueAction } from 'aura/clientService';

/** Calls `RecordUiController.updateRecord` and its like. Rejects with the action's first error. */
export function executeGlobalController(endpoint, params, options) {
  const [controller, method] = endpoint.split('.');
  return execute(`aura://${controller}/ACTION$${method}`, params, options);
}

/** Calls a controller that belongs to a server-side component, by its whole descriptor. */
export function execute(descriptor, params, options) {
  return new Promise((resolve, reject) => {
    const settle = (action) => (action.state === 'SUCCESS' ? resolve(action.returnValue) : reject(action.error[0]));
    enqueueAction(descriptor, params, settle, options);
  });
}
