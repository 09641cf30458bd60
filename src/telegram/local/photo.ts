/**
 * What the server looks at before it takes a photo. In: the bytes of a file. Out: its width and height in pixels; a
 * Rejection for what is no picture and for shapes no phone shows. PNG only: the one kind our bot sends.
 */
import { badRequest } from './rejection.js';

const signature = '89504e470d0a1a0a';
const endOfFile = Buffer.from('IEND', 'latin1');

/** Limits of `sendPhoto`: both sides together, and one side against the other. */
const longestSides = 10_000;
const steepest = 20;

export function photoSize(bytes: Uint8Array): { width: number; height: number } {
  const file = Buffer.from(bytes);
  const isPng = file.subarray(0, 8).toString('hex') === signature;
  if (!isPng || file.length < 33 || !file.subarray(-8).includes(endOfFile)) {
    throw badRequest('IMAGE_PROCESS_FAILED');
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const isSteep = Math.max(width, height) > steepest * Math.min(width, height);
  if (width + height > longestSides || isSteep) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return { width, height };
}
