import type { Page } from 'playwright-core';

export const passphrase = 'correct-horse-42';

/** Goes through the first run as a clerk would, up to the open app. Gives the recovery code. */
export async function makeEvent(
  page: Page,
  name = '2022年3月疫情防控',
  secret = passphrase,
  device = '卡点3',
): Promise<string> {
  await page.getByLabel('事件名称').fill(name);
  await page.getByLabel('本单位').fill('修武县指挥部');
  await page.getByLabel('本机名称').fill(device);
  await page.getByLabel('操作人').fill('测试员');
  await page.getByLabel('口令', { exact: true }).fill(secret);
  await page.getByLabel('再输一次口令').fill(secret);
  await page.getByRole('button', { name: '建立' }).click();
  const code = page.locator('[data-recovery-code]');
  await code.waitFor({ timeout: 30_000 });
  const text = (await code.textContent()) ?? '';
  await page.getByLabel('我已妥善保存恢复码').check();
  await page.getByRole('button', { name: '进入' }).click();
  await page.getByRole('navigation').waitFor();
  return text.trim();
}

/** Opens the only event of the profile again. */
export async function unlock(page: Page, secret = passphrase): Promise<void> {
  await page.getByLabel('操作人').fill('测试员');
  await page.getByLabel('口令或恢复码').fill(secret);
  await page.getByRole('button', { name: '打开' }).click();
}
