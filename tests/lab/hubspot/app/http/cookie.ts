/** Cookies that the page's scripts may read. */

/** The cookie's value; '' when it is not set. */
export function cookie(name: string): string {
  const entry = document.cookie.split('; ').find((candidate) => candidate.startsWith(`${name}=`));
  return entry ? entry.slice(name.length + 1) : '';
}
