import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, EDIT, GRAPHQL } from '../harness/requests';
import { ended, opened, seenOf, settled } from '../harness/watch-xhr';

const search = JSON.stringify({
  operationName: 'CrmObjectsSearchQuery',
  variables: { objectTypeId: '0-3', filterGroups: [{ filters: [{ property: 'dealstage', operator: 'EQ', value: 'closedwon' }] }] },
  query: 'query CrmObjectsSearchQuery { crmObjectsSearch { results { id } } }',
});

export default {
  name: 'what is no move leaves as it was, and nothing is said of it',
  watcher: 'refuses',
  async act(scene) {
    const { page, said } = scene;
    const seen: unknown[] = [];
    for (const [url, body] of [[DEAL, EDIT] as const, [GRAPHQL, search] as const]) {
      const { xhr, events } = opened(scene, url);
      xhr.send(body);
      await ended(xhr);
      seen.push(await seenOf(xhr), events, await settled(page.fetch(url, { method: 'POST', body })));
    }
    seen.push(await settled(page.fetch(`${DEAL}&dealstage=closedwon`)));
    return [...seen, said];
  },
  sees: NATIVE,
  holds: 0,
} satisfies Behaviour;
