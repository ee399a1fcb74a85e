import "@mantine/spotlight/styles.css";
import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import {
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  spotlight,
} from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useCaseSearch } from "@/features/caselist/useCaseSearch";
import { useDestinations } from "./destinations";
import { useKept } from "./kept";

/** Ctrl K: go anywhere, or jump to a case by its number or by words in any script. */
export default function Palette({ asked, typed }: { asked: number; typed: string[] }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const destinations = useDestinations();
  const [words, setWords] = useState(() => typed.splice(0).join(""));
  const [settled] = useDebouncedValue(words.trim(), 200);
  const cases = useCaseSearch(settled);
  const [focused, setFocused] = useState(0);
  useKept(focused !== asked, (key) => setWords((before) => before + key));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking opens it
  useEffect(() => spotlight.open(), [asked]);
  const groups: SpotlightActionGroupData[] = [
    {
      group: t`Go to`,
      actions: destinations
        .filter((one) => fits(one.label, words))
        .map(
          ({ to, label, Icon }): SpotlightActionData => ({
            id: to,
            label,
            leftSection: <Icon size={18} aria-hidden />,
            onClick: () => navigate(to),
          }),
        ),
    },
    {
      group: t`Cases`,
      actions: cases.map(
        (one): SpotlightActionData => ({
          id: one.id,
          label: one.reference,
          description: [one.summary, one.institution?.name].filter(Boolean).join(" · "),
          onClick: () => navigate(`/cases/${one.id}`),
        }),
      ),
    },
  ];
  return (
    <Spotlight
      actions={groups}
      // Only heard: the field says to the eye what this is.
      title={<VisuallyHidden>{t`Search and go`}</VisuallyHidden>}
      styles={{ header: { minHeight: 0, padding: 0 } }}
      query={words}
      onQueryChange={setWords}
      filter={(_, actions) => actions}
      shortcut={null}
      nothingFound={t`Nothing found`}
      searchProps={{
        placeholder: t`Number or words of a case, or where to go`,
        "aria-label": t`Search and go`,
        onFocus: () => setFocused(asked),
        leftSection: <IconSearch size={18} aria-hidden />,
      }}
      scrollable
    />
  );
}

const fits = (label: string, words: string) =>
  label.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
