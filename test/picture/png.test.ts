import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { encodePng } from '../../src/picture/png.js';

/** The data of a chunk, by its name. */
function chunkOf(png: Buffer, name: string): Buffer {
  const at = png.indexOf(name, 8, 'latin1');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

test('every pixel is read back as it was drawn', () => {
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .chain(([width, height]) => {
      const length = width * height * 4;
      const rgba = fc.uint8Array({ minLength: length, maxLength: length });
      return fc.record({ width: fc.constant(width), height: fc.constant(height), rgba });
    });
  fc.assert(
    fc.property(picture, ({ width, height, rgba }) => {
      const png = encodePng({ width, height, rgba });
      const header = chunkOf(png, 'IHDR');
      expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([width, height]);
      const rows = inflateSync(chunkOf(png, 'IDAT'));
      for (let y = 0; y < height; y += 1) {
        expect(rows[y * (width * 3 + 1)]).toBe(0);
        for (let x = 0; x < width; x += 1) {
          const at = y * (width * 3 + 1) + 1 + x * 3;
          const from = (y * width + x) * 4;
          expect([...rows.subarray(at, at + 3)]).toEqual([...rgba.subarray(from, from + 3)]);
        }
      }
    }),
    { numRuns: 30 },
  );
});
