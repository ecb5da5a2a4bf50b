/** The options page: mounts the studio on the database and the settings. */
import { createRoot } from 'react-dom/client';
import { App } from './App';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App welcome={new URLSearchParams(location.search).has('welcome')} />);
