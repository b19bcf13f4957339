import jsQR from 'jsqr';
import type { Page } from 'playwright-core';

/** What a telephone would read from the code on the screen. */
export async function readCode(page: Page): Promise<string> {
  const points = await page.evaluate<number[]>(`(async () => {
    const drawn = document.querySelector('article svg[role=img]');
    const canvas = Object.assign(document.createElement('canvas'), { width: 240, height: 240 });
    const image = new Image();
    const text = new XMLSerializer().serializeToString(drawn).replace('<svg', '<svg width="240" height="240"');
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
    await image.decode();
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0, 240, 240);
    return [...pen.getImageData(0, 0, 240, 240).data];
  })()`);
  const read = (jsQR as unknown as typeof jsQR.default)(new Uint8ClampedArray(points), 240, 240);
  return read?.data ?? 'no code';
}
