import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useMediaQuery } from '../kit/useMediaQuery';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const REMEMBERED = 'gendan.theme';

interface Appearance {
  theme: Theme;
  dark: boolean;
  choose: (theme: Theme) => void;
}

const AppearanceContext = createContext<Appearance | null>(null);

export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(remembered);
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const dark = theme === 'dark' || (theme === 'system' && systemDark);

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);

  const appearance = useMemo(() => {
    const choose = (next: Theme) => {
      localStorage.setItem(REMEMBERED, next);
      setTheme(next);
    };
    return { theme, dark, choose };
  }, [theme, dark]);
  return <AppearanceContext value={appearance}>{children}</AppearanceContext>;
}

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (appearance === null) throw new Error('useAppearance needs an AppearanceProvider');
  return appearance;
}

function remembered(): Theme {
  const value = localStorage.getItem(REMEMBERED);
  return THEMES.find(theme => theme === value) ?? 'system';
}
