import { render } from 'preact';
import { App } from './app.tsx';
import { readStart } from './start.ts';

const page = document.getElementById('page');
if (page) render(<App start={readStart()} />, page);
