/** Which of two versions is the newer one. */

/** Both are three numbers: 1.10.0 is newer than 1.9.0. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2].find((position) => (one?.[position] ?? 0) !== (other?.[position] ?? 0));
  return at !== undefined && (one?.[at] ?? 0) > (other?.[at] ?? 0);
}
