import { NATIVE, type Behaviour } from '../harness/behaviour';
import { DEAL, MOVE } from '../harness/requests';
import { ended, opened, seenOf } from '../harness/watch-xhr';

const TYPES: XMLHttpRequestResponseType[] = ['', 'text', 'json', 'blob', 'arraybuffer', 'document'];

export default TYPES.map((type): Behaviour => ({
  name: `XMLHttpRequest: a refusal comes as responseType "${type}" asks for it`,
  watcher: 'refuses',
  async act(scene) {
    const { xhr } = opened(scene, `${DEAL}&status=400`, 'PUT');
    xhr.responseType = type;
    xhr.send(MOVE);
    await ended(xhr);
    return seenOf(xhr);
  },
  sees: NATIVE,
  holds: 1,
  leaves: 0,
  chromiumOnly: 'its address of an answer and its types of content are not a browser’s',
}));
