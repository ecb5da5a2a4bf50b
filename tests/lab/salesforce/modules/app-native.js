// The page without synthetic shadow, as Lightning is about to run it. The styles come first: LWC takes its copy of attachShadow at once.
import 'lab/sharedStyles';
import { start } from 'one/start';

start();
