/** A cron pattern in words, for the few forms that schedules here have; others stay as they are written. */
export function scheduleText(pattern: string, language: 'zh' | 'en'): string {
  const fields = pattern.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields.length === 6 ? fields.slice(1) : fields;
  if (!minute || !hour || month !== '*') return pattern;
  const every = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (every && hour === '*') return language === 'en' ? `every ${every} min` : `每 ${every} 分钟`;
  if (minute === '*' && hour === '*') return language === 'en' ? 'every minute' : '每分钟';
  if (/^\d+$/.test(minute) && hour === '*') return language === 'en' ? `hourly at :${minute.padStart(2, '0')}` : `每小时 ${minute} 分`;
  if (!/^\d+$/.test(minute) || !/^\d+$/.test(hour)) return pattern;
  const at = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (day === '*' && weekday === '*') return language === 'en' ? `daily ${at}` : `每日 ${at}`;
  if (day && /^\d+$/.test(day) && weekday === '*') return language === 'en' ? `monthly, day ${day}, ${at}` : `每月 ${day} 日 ${at}`;
  return pattern;
}
