/** The lines that put a key into a rule pack or a policy. */

interface Named {
  name: string;
  publicKey: string;
}

/** `Dana Lind` as an id of the pack: `dana-lind`. */
export function idFor(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-|-$/g, '');
  return id === '' ? 'approver' : id;
}

/** Quotes of JSON are quotes of YAML too. */
export function yamlFor({ name, publicKey }: Named): string {
  return [
    'approvers:',
    `  - id: ${JSON.stringify(idFor(name))}`,
    `    name: ${JSON.stringify(name)}`,
    `    key: ${JSON.stringify(publicKey)}`,
  ].join('\n');
}

export function jsonFor({ name, publicKey }: Named): string {
  return `"approvers": [\n  ${JSON.stringify({ id: idFor(name), name, key: publicKey })}\n]`;
}

/** The entry of a policy's `trustedKeys`. */
export function policyFor({ name, publicKey }: Named): string {
  return `"trustedKeys": [\n  ${JSON.stringify({ key: publicKey, publisher: name })}\n]`;
}
