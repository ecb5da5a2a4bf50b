/** The one door to Zod: jitless, so that it never probes `new Function` under an extension's CSP. Never imported by a script that runs in a page. */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
