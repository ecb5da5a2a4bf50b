/** The one read that a held move may cause: the values of its records, through the page's own session. DESIGN §5.4. */
import type { Page, RecordRef, WireRequest } from '../crm/adapter';
import type { Seen } from '../gate/channel';

/** What is not answered by then stays unknown. Milliseconds. */
export const READ_MS = 800;

/**
 * Null where the CRM cannot be asked, did not answer, or `signal` aborted first. Never rejects.
 * @param fields by the CRM's own names
 */
export async function readRecords(
  page: Pick<Page, 'readOf'>,
  request: WireRequest,
  records: readonly RecordRef[],
  fields: readonly string[],
  signal: AbortSignal,
): Promise<Seen | null> {
  try {
    const ask = page.readOf(request, records, fields, document.cookie);
    if (!ask) return null;
    const { url, method, headers, body } = ask;
    const answer = await fetch(url, { method, headers, body: body || null, credentials: 'include', signal });
    return { request: ask, response: await answer.text(), at: Date.now() };
  } catch {
    return null;
  }
}
