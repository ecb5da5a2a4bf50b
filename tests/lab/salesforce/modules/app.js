// The page with synthetic shadow, as Lightning runs it.
import '@lwc/synthetic-shadow';
import { start } from 'one/start';

start();
