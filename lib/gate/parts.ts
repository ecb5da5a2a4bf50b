/** What the page is answered to a save of which only a part was sent: the answers of its parts, put together again. */
import type { Answer, Split, Wire } from '../crm/adapter';
import type { Found, Refusal } from './channel';

/** Sends a body in the place of the page's own; rejects where the network fails. */
export type Send = (body: string) => Promise<Answer>;

/** A response as an answer to show. */
export async function answerOf(response: Response): Promise<Answer> {
  const { status, statusText, headers } = response;
  return { status, statusText, headers: Object.fromEntries(headers), body: await response.text() };
}

/** Where one part failed, the page hears of that failure: to it, the whole batch is one request. */
async function together(merge: Split['merge'], rest: Promise<Answer>, moving: Promise<Answer>): Promise<Answer> {
  const [first, second] = await Promise.all([rest, moving]);
  const failed = [first, second].find(({ status }) => status >= 300);
  return failed ?? { ...first, body: merge(first.body, second.body) };
}

/**
 * @param parts how the held request was split, and `rest` the answer to its innocent part, which is on its way; neither where it was not split
 * @param refuse the refusal of all of the moves, or of some; undefined where all of them go on
 */
export function answered(
  wire: Pick<Wire, 'split'>,
  { request, moves }: Found,
  parts: Split | null,
  rest: Promise<Answer> | undefined,
  refuse: Refusal | undefined,
  send: Send,
): Promise<Answer> {
  const body = parts && rest ? parts.moving : request.body;
  const going = refuse && refuse.moves.length < moves.length ? wire.split({ ...request, body }, refuse.moves) : null;
  const refused = refuse && Promise.resolve(refuse.answer);
  const moving = going && refused ? together(going.merge, send(going.rest), refused) : (refused ?? send(body));
  return parts && rest ? together(parts.merge, rest, moving) : moving;
}
