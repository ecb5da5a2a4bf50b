/** Reads what a page is about to send, and leaves it as it was. */

/** Longer bodies are not looked into, in characters: no save that a person makes comes near it. */
const MOST_CHARACTERS = 4e6;

/** Another copy of the body, for those that have to be read. */
export type Copy = () => Promise<Blob>;

/**
 * The text of a body: at once, or late where it has to be read; '' where it is not looked into. A form is told as its fields in the other
 * encoding; of its files only that there is one.
 *
 * @param worthIt whether a body that is no text should be looked into at all
 */
export function readBody(body: unknown, worthIt: () => boolean, copy: Copy): string | Promise<string> {
  if (typeof body === 'string') return body.length > MOST_CHARACTERS ? '' : body;
  if (body instanceof URLSearchParams) return `${body}`;
  if (body instanceof FormData) return `${new URLSearchParams([...body] as [string, string][])}`;
  if (!worthIt()) return '';
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body))
    return body.byteLength > MOST_CHARACTERS ? '' : new TextDecoder().decode(body);
  return copy().then((blob) => (blob.size > MOST_CHARACTERS ? '' : blob.text()));
}
