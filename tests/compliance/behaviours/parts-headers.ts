import type { Behaviour } from '../harness/behaviour';
import { BATCH, GRAPHQL } from '../harness/requests';
import { ended, opened } from '../harness/watch-xhr';

const NAMES = ['content-type', 'accept', 'x-csrf', 'x-twice', 'cookie', 'referer', 'origin', 'sec-fetch-mode', 'sec-fetch-site'];

export default {
  name: 'both parts of a batch leave with the page’s own headers and cookies',
  watcher: 'allows',
  async act(scene) {
    scene.page.document.cookie = 'session=rep; path=/';
    const { xhr } = opened(scene, GRAPHQL);
    xhr.setRequestHeader('content-type', 'application/json');
    xhr.setRequestHeader('accept', 'application/json, text/javascript, */*; q=0.01');
    xhr.setRequestHeader('X-Csrf', 'token');
    xhr.setRequestHeader('x-twice', 'a');
    xhr.setRequestHeader('x-twice', 'b');
    xhr.send(BATCH);
    await ended(xhr);
    const sent = await scene.received(2);
    return sent.map(({ method, url, headers }) => [method, url, ...NAMES.map((name) => headers[name])]);
  },
  sees: [1, 2].map(() => [
    'POST',
    GRAPHQL,
    'application/json',
    'application/json, text/javascript, */*; q=0.01',
    'token',
    'a, b',
    'session=rep',
    'https://app.hubspot.com/contacts/4242/',
    'https://app.hubspot.com',
    'cors',
    'same-origin',
  ]),
  holds: 1,
  leaves: 2,
  chromiumOnly: 'it sends no cookies and no headers of its own',
} satisfies Behaviour;
