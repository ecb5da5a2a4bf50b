/** The page's one way to the server: XMLHttpRequest, used as HubSpot's shared client is known to use it (facts/hubspot.md §3.1, §3.2). */

import { parseJson } from '../../json';
import { PORTAL_ID } from '../../records';
import { cookie } from './cookie';

export interface HttpError {
  /** 0 when there was no answer. */
  status: number;
  responseJSON: unknown;
  errorCode: 'NETWORKERROR' | 'TIMEOUT' | 'ABORT' | 'HTTP';
}

/** Which part of the app asks; goes out as `hs_static_app`. */
export type StaticApp = 'crm-records-ui' | 'crm-index-ui' | 'object-builder-ui';

export interface HttpCall {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  app: StaticApp;
  query?: readonly (readonly [string, string])[];
  data?: unknown;
  /** In milliseconds, for the client and the server alike. */
  timeout?: number;
  /** Marks a write as a person's own edit. */
  isEdit?: boolean;
}

export interface Pending {
  /** The answer's JSON; rejects with an `HttpError`. */
  answer: Promise<unknown>;
  /** Gives up if the answer is not there yet. */
  abort(): void;
}

const TIMEOUT = 14_000;
const VERSIONS: Readonly<Record<StaticApp, string>> = {
  'crm-records-ui': '1.61204',
  'crm-index-ui': '2.40817',
  'object-builder-ui': '1.22950',
};
const RETRIES = 2;
const RETRY_PAUSE = 400;

export function isHttpError(error: unknown): error is HttpError {
  return typeof error === 'object' && error !== null && 'errorCode' in error && 'responseJSON' in error;
}

/** Sends a request. Only GETs are sent again, on 5xx or no network; a 401 with HubSpot's header leaves for the login. */
export function send(call: HttpCall): Pending {
  let current: XMLHttpRequest | null = null;
  let isAborted = false;
  const attempt = (retriesLeft: number): Promise<unknown> =>
    new Promise<unknown>((resolve, reject) => {
      current = open(call, resolve, reject);
    }).catch(async (error: unknown) => {
      if (!isHttpError(error) || !mayRetry(call, error) || retriesLeft === 0 || isAborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
      return attempt(retriesLeft - 1);
    });
  return {
    answer: attempt(RETRIES),
    abort() {
      isAborted = true;
      if (current && current.readyState !== 4) current.abort();
    },
  };
}

function mayRetry(call: HttpCall, error: HttpError): boolean {
  return call.method === 'GET' && (error.status >= 500 || error.errorCode === 'NETWORKERROR');
}

function open(call: HttpCall, resolve: (answer: unknown) => void, reject: (error: HttpError) => void): XMLHttpRequest {
  const timeout = call.timeout ?? TIMEOUT;
  // The global is looked up for each call, never kept.
  const xhr = new window.XMLHttpRequest();
  xhr.open(call.method, urlOf(call, timeout), true);
  xhr.timeout = timeout;
  xhr.withCredentials = true;
  xhr.setRequestHeader('accept', 'application/json, text/javascript, */*; q=0.01');
  xhr.setRequestHeader('x-hubspot-csrf-hubspotapi', cookie('hubspotapi-csrf'));
  if (call.data !== undefined) xhr.setRequestHeader('content-type', 'application/json');
  if (call.isEdit) xhr.setRequestHeader('x-properties-source', 'CRM_UI');
  const fail = (errorCode: HttpError['errorCode']) => () =>
    reject({ status: xhr.status, responseJSON: parseJson(xhr.responseText), errorCode });
  xhr.addEventListener('load', () => {
    if (xhr.status >= 200 && xhr.status < 300) return resolve(parseJson(xhr.responseText));
    if (xhr.status === 401 && xhr.getResponseHeader('x-hubspot-auth-failure')) {
      window.location.assign(`/login?loginRedirectUrl=${encodeURIComponent(window.location.href)}`);
    }
    return fail('HTTP')();
  });
  xhr.addEventListener('error', fail('NETWORKERROR'));
  xhr.addEventListener('timeout', fail('TIMEOUT'));
  xhr.addEventListener('abort', fail('ABORT'));
  xhr.send(call.data === undefined ? null : JSON.stringify(call.data));
  return xhr;
}

function urlOf({ path, app, query = [] }: HttpCall, timeout: number): string {
  const parameters = new URLSearchParams([
    ['portalId', PORTAL_ID],
    ['clienttimeout', String(timeout)],
    ['hs_static_app', app],
    ['hs_static_app_version', VERSIONS[app]],
    ...query.map(([name, value]) => [name, value]),
  ]);
  return `${path}?${parameters.toString()}`;
}
