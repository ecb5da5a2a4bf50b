/** How this document's pages behave, as the site wrote it into the document. */

import { optionsFrom } from '../options';

export const options = optionsFrom(document.body.dataset.practice ?? '');
