import type { Behaviour } from '../harness/behaviour';
import { BATCH, GRAPHQL } from '../harness/requests';
import { ended, opened } from '../harness/watch-xhr';

export default [true, false].map((withCredentials): Behaviour => ({
  name: `parts that go to another host of the CRM ${withCredentials ? 'take cookies along where the page asked for it' : 'leave cookies at home'}`,
  watcher: 'allows',
  async act(scene) {
    scene.page.document.cookie = 'session=rep; path=/; domain=hubspot.com; SameSite=None; Secure';
    const { xhr } = opened(scene, `https://api.hubspot.com${GRAPHQL}`);
    xhr.withCredentials = withCredentials;
    xhr.send(BATCH);
    await ended(xhr);
    return (await scene.received(2)).map(({ headers }) => headers.cookie ?? 'none');
  },
  sees: withCredentials ? ['session=rep', 'session=rep'] : ['none', 'none'],
  holds: 1,
  leaves: 2,
  chromiumOnly: 'it sends no cookies',
}));
