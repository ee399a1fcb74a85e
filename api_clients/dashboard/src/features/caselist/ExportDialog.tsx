import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Modal } from "@mantine/core";
import { lookAgain, Taking } from "@/features/parcel";
import { $api, type Schemas } from "@/lib/api";
import { useTakeExport } from "./exporting";

interface Props {
  asked: Schemas["Export"];
  onClose: () => void;
}

/** A long list on its way: how far it is, and taken once. */
export function ExportDialog({ asked, onClose }: Props) {
  const { t } = useLingui();
  const query = $api.useQuery(
    "get",
    "/api/v1/exports/{export_id}/",
    { params: { path: { export_id: asked.id } } },
    { refetchInterval: ({ state }) => lookAgain(state.data) },
  );
  const taking = useTakeExport();
  const now = query.data ?? asked;
  return (
    <Modal opened onClose={onClose} title={t`Export`} closeButtonProps={{ "aria-label": t`Close` }}>
      {now.state === "failed" ? (
        <Alert color="red" role="alert">
          {now.failure === "export.too_long" ? (
            <Trans>This list is too long for one file. Narrow it first.</Trans>
          ) : (
            <Trans>The file could not be made. Ask for it again.</Trans>
          )}
        </Alert>
      ) : (
        <Taking
          now={now}
          meanwhile={
            <Trans>It is being put together. You can close this window: “Export” keeps the file.</Trans>
          }
          problem={taking.error ?? query.error}
          busy={taking.isPending}
          onTake={() => taking.mutate(now, { onSuccess: onClose })}
        />
      )}
    </Modal>
  );
}
