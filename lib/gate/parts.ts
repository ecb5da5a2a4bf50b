/** A save that is sent in parts: the answers of its parts, put together again. */
import type { Answer, Split } from '../crm/adapter';

/** Sends a body in the place of the page's own, as the page itself would; rejects where the network fails or the page gives the request up. */
export type Send = (body: string) => Promise<Answer>;

/** A response as an answer to show. */
export async function answerOf(response: Response): Promise<Answer> {
  const { status, statusText, headers } = response;
  return { status, statusText, headers: Object.fromEntries(headers), body: await response.text() };
}

/**
 * The answer to two parts, or to the only one. Where one failed the page hears of that failure: to it, the whole batch is one request, and `merge`
 * keeps what cannot be merged.
 */
export function together(one: Answer | undefined, other: Answer | undefined, merge?: Split['merge']): Answer | undefined {
  if (!one || !other || !merge) return one ?? other;
  return { ...(other.status > one.status ? other : one), body: merge(one.body, other.body) };
}
