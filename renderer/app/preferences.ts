import type { Preferences } from '../features/settings/Settings';

const key = 'countyline.preferences';
const standard: Preferences = { language: 'zh', theme: 'day', idleMinutes: 10, sound: false };

/** Choices of the device; anything unreadable falls back to the standard ones. */
export function readPreferences(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>; // checked below
    return {
      language: stored.language === 'en' ? 'en' : 'zh',
      sound: stored.sound === true,
      theme: stored.theme === 'night' ? 'night' : 'day',
      idleMinutes:
        typeof stored.idleMinutes === 'number' ? stored.idleMinutes : standard.idleMinutes,
    };
  } catch {
    return standard;
  }
}

export function savePreferences(preferences: Preferences): void {
  localStorage.setItem(key, JSON.stringify(preferences));
}

export function withOtherLanguage(preferences: Preferences): Preferences {
  return { ...preferences, language: preferences.language === 'zh' ? 'en' : 'zh' };
}
