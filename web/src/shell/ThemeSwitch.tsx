import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { THEMES, useAppearance } from './appearance';

const ICONS = { system: <DesktopOutlined />, light: <SunOutlined />, dark: <MoonOutlined /> };

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { theme, dark, choose } = useAppearance();
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectable: true,
        selectedKeys: [theme],
        items: THEMES.map(key => ({
          key,
          icon: ICONS[key],
          label: t(`shell.theme.${key}`),
          onClick: () => choose(key),
        })),
      }}
    >
      <Button type="text" aria-label={t('shell.theme')} icon={dark ? <MoonOutlined /> : <SunOutlined />} />
    </Dropdown>
  );
}
