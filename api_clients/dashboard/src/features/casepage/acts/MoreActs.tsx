import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { IconChevronDown } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { api } from "@/lib/api";
import { useWord } from "@/lib/own-words";
import { asProblem } from "@/lib/problems";
import { CASE_ACT } from "@/lib/words";
import { type CaseAct, changing, useThisCase } from "../case";
import { useSending } from "../useSending";
import { ConflictDialog } from "./ConflictDialog";
import { ACT_PLACES } from "./places";
import { ReceiptDialog } from "./ReceiptDialog";
import { RestrictDialog } from "./RestrictDialog";

const CaseFileDialog = lazy(() => import("../casefile"));

/** What is done seldom: restriction, conflicts of interest, a lost receipt. */
export function MoreActs() {
  const word = useWord();
  const { allowed_acts } = useThisCase();
  const [open, setOpen] = useState<CaseAct | null>(null);
  const ask = useAsking();
  const acts = allowed_acts.filter((act) => ACT_PLACES[act] === "menu");
  if (acts.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
            <Trans>More</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map((act) => (
            <Menu.Item key={act} onClick={() => ask(act) || setOpen(act)}>
              {word(CASE_ACT, act)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {open === "record_conflict" && <ConflictDialog onClose={() => setOpen(null)} />}
      {open === "restrict" && <RestrictDialog onClose={() => setOpen(null)} />}
      {open === "case_file" && (
        <Suspense>
          <CaseFileDialog onClose={() => setOpen(null)} />
        </Suspense>
      )}
      {open === "new_receipt" && <ReceiptDialog onClose={() => setOpen(null)} />}
    </>
  );
}

/** Acts that need no form are asked for once more and done; false for all others. */
function useAsking() {
  const { t } = useLingui();
  const word = useWord();
  const tell = (problem: unknown) => notifications.show({ message: asProblem(problem).title, color: "red" });
  const navigate = useNavigate();
  // Nothing in the answer: the case is closed to whoever declared it.
  const declaring = useSending(async (one) => {
    const done = await api.POST("/api/v1/cases/{case_id}/declare_conflict/", changing(one));
    if (done.response.status === 204) navigate("/cases");
    return done;
  });
  const opening = useSending((one) => api.POST("/api/v1/cases/{case_id}/unrestrict/", changing(one)));
  return (act: CaseAct): boolean => {
    if (act !== "declare_conflict" && act !== "unrestrict") return false;
    const doing = act === "unrestrict" ? opening : declaring;
    modals.openConfirmModal({
      title: word(CASE_ACT, act),
      children:
        act === "unrestrict"
          ? t`Everybody in your organisation who reads cases will see it again.`
          : t`You cannot be given this case any more; if it is yours, it goes back. If others work it, you will not see it any more. Only a coordinator can take this back.`,
      labels: { confirm: word(CASE_ACT, act), cancel: t`Cancel` },
      closeButtonProps: { "aria-label": t`Close` },
      onConfirm: () => doing.mutate(undefined, { onError: tell }),
    });
    return true;
  };
}
