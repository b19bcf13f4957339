/** The name under which an upload is kept: what a person reads, and nothing that a system or an eye could be misled by. */

const LONGEST = 120;
/** Whoever names a scan after its owner’s ID or card number would store it in the clear. */
const NUMBERS = /(?<!\d)(\d{6})\d{5,9}(\d{3}[\dXx])(?!\d)/g;

/** Undefined where nothing usable is left. */
export function cleanFileName(given: string): string | undefined {
  const plain = given
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    // Controls, marks that turn the direction of writing, and letters without width.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(NUMBERS, '$1********$2');
  const dot = plain.lastIndexOf('.');
  if (dot < 1 || !/^[A-Za-z0-9]{2,5}$/.test(plain.slice(dot + 1))) return undefined;
  const [name, extension] = [Array.from(plain.slice(0, dot)), plain.slice(dot)];
  return `${name.slice(0, LONGEST).join('').trimEnd()}${extension}`;
}

export const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
