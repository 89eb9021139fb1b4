import jsQr from 'jsqr';

const pixelsPerModule = 4;

/** Decodes a QR code from its picture, with another library than the one that made it. */
export function scanQrCode(svg: Element): string | undefined {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const width = size * pixelsPerModule;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of svg
    .querySelector('path')
    ?.getAttribute('d')
    ?.matchAll(/M(\d+) (\d+)h1v1h-1z/g) ?? []) {
    for (let row = 0; row < pixelsPerModule; row += 1) {
      const start = ((Number(y) * pixelsPerModule + row) * width + Number(x) * pixelsPerModule) * 4;
      for (let offset = 0; offset < pixelsPerModule; offset += 1) pixels.set([0, 0, 0], start + offset * 4);
    }
  }
  return jsQr(pixels, width, width)?.data;
}
