import { Trans } from "@lingui/react/macro";
import { Button, type ButtonProps, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import type { Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { asProblem } from "@/lib/problems";
import { ExportDialog } from "./ExportDialog";
import { type Export, useAskForExport, useExport, useOpenExports } from "./exporting";
import type { Column, Filters, Ordering } from "./search";
import { useCount } from "./useCases";

interface Props extends ButtonProps {
  columns: Column[];
  filters: Filters;
  ordering: Ordering;
  cases?: string[];
}

type Format = Schemas["ExportFormat"];
const FORMATS: [Format, string][] = [
  ["xlsx", "Excel (XLSX)"],
  ["csv", "CSV"],
  ["jsonl", "JSON Lines"],
];

/** Takes the list, or what is chosen, along as a file with the columns that are shown: a short one at once, a
 * long one once a worker has written it. */
export function ExportMenu({ columns, filters, ordering, cases, ...button }: Props) {
  const [opened, setOpened] = useState(false);
  const [asked, setAsked] = useState<Export | null>(null);
  const { data: count } = useCount(filters);
  const now = useExport();
  const later = useAskForExport();
  const onError = (error: unknown) => notifications.show({ color: "red", message: asProblem(error).title });
  const take = (format: Format) => {
    const list = { format, columns, filters: cases ? {} : filters, ordering };
    if (cases || !count?.capped) now.mutate({ ...list, ...(cases && { cases }) }, { onError });
    else later.mutate(list, { onSuccess: setAsked, onError });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal shadow="md" opened={opened} onChange={setOpened}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={now.isPending || later.isPending}
            {...button}
          >
            <Trans>Export</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Trans>With the columns shown; it is kept on record</Trans>
          </Menu.Label>
          {FORMATS.map(([format, name]) => (
            <Menu.Item key={format} onClick={() => take(format)}>
              {name}
            </Menu.Item>
          ))}
          {!cases && <NotTaken opened={opened} onChoose={setAsked} />}
        </Menu.Dropdown>
      </Menu>
      {asked && <ExportDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Long lists that were asked for and not taken yet. */
function NotTaken({ opened, onChoose }: { opened: boolean; onChoose: (one: Export) => void }) {
  const dates = useDates();
  const exports = useOpenExports(opened);
  if (exports.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>
        <Trans>Not taken yet</Trans>
      </Menu.Label>
      {exports.map((one) => (
        <Menu.Item key={one.id} onClick={() => onChoose(one)}>
          {one.format.toUpperCase()}, {dates.moment(one.asked_at)}
        </Menu.Item>
      ))}
    </>
  );
}
