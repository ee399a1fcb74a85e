import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { Route, Routes } from "react-router";
import { useSession } from "@/lib/session";
import { ImportList } from "./ImportList";
import { ImportPage } from "./ImportPage";

/** `/dashboard/settings/import/`: an old spreadsheet becomes cases. */
export function ImportPages() {
  const { may, partner } = useSession();
  if (!partner || !may("manage_partner")) {
    return (
      <Text c="dimmed">
        <Trans>Only coordinators import spreadsheets.</Trans>
      </Text>
    );
  }
  return (
    <Routes>
      <Route index element={<ImportList partner={partner.slug} />} />
      <Route path=":importId/*" element={<ImportPage />} />
    </Routes>
  );
}
