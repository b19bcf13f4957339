export interface TypedPerson {
  name?: string;
  idNumber?: string;
  phone?: string;
}

/** What somebody typed into one box: an ID number, a phone number or a name; null while it is too short to ask about. */
export function readTyped(text: string): TypedPerson | null {
  const bare = text.replace(/[\s-]/g, '');
  if (/^1\d{10}$/.test(bare)) return { phone: bare };
  if (/^\d{9,17}[\dXx]$/.test(bare)) return { idNumber: bare };
  if (/\d{4}/.test(bare)) return null;
  return [...bare].length >= 2 ? { name: text.trim() } : null;
}
