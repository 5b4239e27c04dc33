import { theme as ant, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '../kit/useLanguage';
import { useAppearance } from './appearance';

/** Ant Design in the product's colors; the same values as in kit/theme.css, where our own styles read them. */
const LIGHT = {
  colorPrimary: '#17635b',
  colorInfo: '#24588f',
  colorError: '#a8321f',
  colorTextBase: '#1b2524',
  colorBgLayout: '#f6f5f0',
  colorBgContainer: '#ffffff',
  colorBorder: '#cdc9bc',
  colorBorderSecondary: '#e3e0d6',
  colorTextPlaceholder: '#6b7674',
  colorTextDescription: '#55615f',
  colorLink: '#17635b',
  controlItemBgActive: '#e5f0ed',
  controlItemBgActiveHover: '#d9e9e5',
};

const DARK = {
  colorPrimary: '#52c2b0',
  colorInfo: '#8fbcea',
  colorError: '#e0705c',
  colorTextBase: '#e6eae7',
  colorBgLayout: '#101515',
  colorBgContainer: '#181f1f',
  colorBgElevated: '#202929',
  colorBorder: '#445150',
  colorBorderSecondary: '#2e3938',
  colorTextPlaceholder: '#94a19e',
  colorTextDescription: '#a3b0ad',
  colorLink: '#5cc0b0',
  controlItemBgActive: '#17332f',
  controlItemBgActiveHover: '#1d403b',
  colorTextLightSolid: '#06211d',
};

export function AntTheme({ children }: { children: ReactNode }) {
  const { dark } = useAppearance();
  const language = useLanguage();
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: dark ? ant.darkAlgorithm : ant.defaultAlgorithm,
        token: { ...(dark ? DARK : LIGHT), borderRadius: 8, fontSize: 15, fontFamily: 'inherit', controlHeight: 38 },
      }}
    >
      {children}
    </ConfigProvider>
  );
}
