/** Starts the practice portal's page. */

import { createRoot } from 'react-dom/client';
import { App } from './app';

const root = document.getElementById('hs-app');
if (root) createRoot(root).render(<App />);
