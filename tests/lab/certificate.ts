/** The lab's self-signed certificate, made anew at each start and kept in memory only. */

import { generate } from 'selfsigned';

interface Certificate {
  key: string;
  cert: string;
}

/** A certificate and its key in PEM for the host names given, `*.` allowed. */
export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const pems = await generate([{ name: 'commonName', value: 'Handrail lab' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
  return { key: pems.private, cert: pems.cert };
}
