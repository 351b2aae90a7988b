import '#ui/theme.css';
import './app/app.css';
import { start } from '#app/start.tsx';

const root = document.getElementById('app');
if (!root) throw new Error('invalid page: no #app');
void start(root);
