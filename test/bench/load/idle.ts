/* A process that does nothing, and tells how late its event loop was: what the machine does to any process. */
import './inside.ts';
import process from 'node:process';

process.channel?.ref();
