import type { Network } from './network.ts';

/** An answer that says that there is nothing there, or nobody who could say. */
const isAbsent = (status: number): boolean => status === 404 || status === 410 || status >= 500;

/** Answers that do not know what they were asked for, or not from us. */
const isRefused = (status: number): boolean => status === 405 || status === 501;

/**
 * Whether an address answers: asked with HEAD, and with GET where that is not known. A page that is kept from whoever
 * asks is there all the same. Never rejects.
 */
export async function answers({ ask }: Network, address: string): Promise<boolean> {
  try {
    const head = await ask(address, { method: 'HEAD' });
    if (!isRefused(head.status)) return !isAbsent(head.status);
    const whole = await ask(address);
    await whole.body.return();
    return !isAbsent(whole.status);
  } catch {
    return false;
  }
}
