import { sha256 } from '@noble/hashes/sha2.js';
import type { PostKey } from './model.ts';

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function digest(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}

/**
 * A post's key: the first 64 bits of the SHA-256 of its path within CONTENT, as 11 base64url characters.
 * The path is brought to NFC first, since macOS names files in NFD and every other system as typed.
 */
export function hash64(path: string): PostKey {
  return base64url(digest(path.normalize('NFC')).subarray(0, 8));
}

/** 64 bits of the SHA-256 of the text, as 11 base64url characters: enough to tell texts apart for good. */
export function textHash(text: string): string {
  return base64url(digest(text).subarray(0, 8));
}

/** 36 bits of the SHA-256 of the text, as 6 base64url characters: enough to tell apart what one post or blog holds. */
export function shortHash(text: string): string {
  return base64url(digest(text).subarray(0, 5)).slice(0, 6);
}
