import type { Account, Setting } from '../../plex/account/account.ts';
import type { Rows } from '../../ui/use-paged.tsx';
import { asReceived } from '../facts/as-received.ts';
import { factBuilder } from '../facts/fact-builder.ts';
import { asDate, asText, asYesNo } from '../facts/fact-values.ts';
import { type RecordView, unexpectedList, unexpectedRecord, unknownFacts, viewsOf } from '../facts/record-view.ts';

/** The settings that Plex apps store at plex.tv. Empty if there are none or plex.tv did not send the list. */
export function appSettingsView(account: Account, now: Date): Rows<RecordView> {
  return (
    unexpectedList('settings', account) ??
    viewsOf(account.settings ?? [], (setting, index) => settingView(setting, index, account, now))
  );
}

function settingView(setting: Setting, index: number, account: Account, now: Date): RecordView {
  const path = `settings[${index}]`;
  const fact = factBuilder(setting, path, account.unexpectedValues);
  return (
    unexpectedRecord(path, account) ?? {
      title: `Setting ${index + 1}`,
      facts: [
        fact('id', 'Id', asText),
        fact('type', 'Type', asText),
        fact('value', 'Value', asReceived),
        fact('hidden', 'Hidden', asYesNo),
        fact('updatedAt', 'Updated', asDate(now)),
        ...unknownFacts(path, account),
      ],
    }
  );
}
