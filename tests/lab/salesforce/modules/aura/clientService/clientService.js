// Sends actions to the server: those of the same moment share one XMLHttpRequest (facts/salesforce.md §3.1).
import { Action } from 'aura/action';
import { setConnected } from 'aura/connection';

const BOXCAR_MS = 10;
const QUEUE_SIZE = 4;
const URL_LIMIT = 1000;
const PREFIX = 'while(1);\n';
const PAGE_SCOPE = crypto.randomUUID();

let queue = [];
let timer = null;
let inFlight = 0;
let marker = 0;

/** `callback(action)` runs when the action has a state. A background action has a request of its own. */
export function enqueueAction(descriptor, params, callback, { background = false } = {}) {
  const action = new Action(descriptor, params, callback);
  if (background) {
    send([action]);
    return;
  }
  queue.push(action);
  timer ??= setTimeout(flush, BOXCAR_MS);
}

function flush() {
  timer = null;
  if (queue.length === 0 || inFlight >= QUEUE_SIZE) return;
  const actions = queue;
  queue = [];
  send(actions);
}

function send(actions) {
  inFlight += 1;
  const xhr = new XMLHttpRequest();
  xhr.open('POST', urlFor(actions), true);
  xhr.withCredentials = true;
  xhr.onreadystatechange = () => {
    if (xhr.readyState === 4) receive(xhr, actions);
  };
  xhr.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8');
  xhr.setRequestHeader('X-SFDC-Page-Scope-Id', PAGE_SCOPE);
  xhr.setRequestHeader('X-SFDC-Request-Id', `${Math.round(performance.now() * 1000)}`);
  xhr.send(bodyFor(actions));
}

function receive(xhr, actions) {
  inFlight -= 1;
  xhr.onreadystatechange = null;
  const answers = decode(xhr);
  setConnected(answers !== null);
  for (const action of actions) {
    const answer = answers?.find(({ id }) => id === action.id);
    if (answer) action.settle(answer);
    else action.incomplete();
  }
  flush();
}

/** The answers' list, or null when the server could not be reached. */
function decode(xhr) {
  if (xhr.status === 0) return null;
  if (xhr.status !== 200) return [];
  const text = xhr.responseText;
  return JSON.parse(text.startsWith(PREFIX) ? text.slice(PREFIX.length) : text).actions;
}

function urlFor(actions) {
  const counts = new Map();
  for (const { descriptor } of actions) {
    const name = shortName(descriptor);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].map(([name, count]) => `${name}=${count}`).sort();
  const url = `/aura?r=${marker++}&${names.join('&')}`;
  return url.length > URL_LIMIT ? url.slice(0, url.lastIndexOf('&', URL_LIMIT)) : url;
}

function shortName(descriptor) {
  const [, scheme, path, method] = /^(\w+):\/\/(.+)\/ACTION\$(\w+)$/.exec(descriptor);
  const controller = path.replace(/Controller$/, '');
  const at = controller.lastIndexOf('.');
  const name = scheme === 'aura' ? `aura.${controller}` : `${controller.slice(0, at).replaceAll('.', '-')}${controller.slice(at)}`;
  return `${name}.${method}`;
}

function bodyFor(actions) {
  const form = new URLSearchParams();
  form.set('message', JSON.stringify({ actions: actions.map((action) => action.toJson()) }));
  form.set('aura.context', JSON.stringify({ mode: 'PROD', fwuid: 'practice', app: 'one:one', loaded: {}, dn: [], globals: {}, uad: true }));
  form.set('aura.pageURI', location.pathname + location.search + location.hash);
  form.set('aura.token', 'practice-token');
  return form.toString();
}
