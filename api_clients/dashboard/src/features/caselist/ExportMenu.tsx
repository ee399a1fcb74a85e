import { Trans } from "@lingui/react/macro";
import { Button, type ButtonProps, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { asProblem } from "@/lib/problems";
import { useExport } from "./exporting";
import type { Column, Filters, Ordering } from "./search";

interface Props extends ButtonProps {
  columns: Column[];
  filters: Filters;
  ordering: Ordering;
  cases?: string[];
}

/** Takes the list, or what is chosen, along as a file for a spreadsheet, with the columns that are shown. */
export function ExportMenu({ columns, filters, ordering, cases, ...button }: Props) {
  const { mutate, isPending } = useExport();
  const take = (format: "csv" | "xlsx") =>
    mutate(
      { format, columns, filters: cases ? {} : filters, ordering, ...(cases && { cases }) },
      { onError: (error) => notifications.show({ color: "red", message: asProblem(error).title }) },
    );
  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={isPending}
          {...button}
        >
          <Trans>Export</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>With the columns shown; it is kept on record</Trans>
        </Menu.Label>
        <Menu.Item onClick={() => take("xlsx")}>Excel (XLSX)</Menu.Item>
        <Menu.Item onClick={() => take("csv")}>CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
