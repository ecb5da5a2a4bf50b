/** The side panel's page: mounts the panel and follows the tab in view. */
import { createRoot } from 'react-dom/client';
import { createPanelStore } from '../../components/panel/store';
import { App } from './App';
import { followTabs } from './follow-tabs';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';

const store = createPanelStore();
followTabs(store);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App store={store} />);
