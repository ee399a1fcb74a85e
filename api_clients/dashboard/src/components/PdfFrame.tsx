import { Trans, useLingui } from "@lingui/react/macro";
import { Anchor, Box, Group, Text } from "@mantine/core";
import { type ComponentProps, useEffect, useState } from "react";
import { Loaded } from "./Loaded";

interface Props {
  query: ComponentProps<typeof Loaded<Blob>>["query"];
  /** What it is called once it is saved. */
  name: string;
}

const HEIGHT = "min(80vh, 70rem)";

/**
 * A PDF in the page, by the browser's own viewer; where it has none, as on most telephones, to be opened beside.
 * Its place is kept while it is fetched: what stands below does not move under a pointer.
 */
export function PdfFrame({ query, name }: Props) {
  const shows = navigator.pdfViewerEnabled !== false;
  return (
    <Box mih={shows && !query.error ? `calc(${HEIGHT} + 2rem)` : undefined}>
      <Loaded query={query}>{(pages) => <Pages pages={pages} name={name} shows={shows} />}</Loaded>
    </Box>
  );
}

function Pages({ pages, name, shows }: { pages: Blob; name: string; shows: boolean }) {
  const { t } = useLingui();
  const address = useAddress(pages);
  if (!address) return null;
  return (
    <Box>
      {shows ? (
        <iframe
          src={address}
          title={t`The pages`}
          style={{
            width: "100%",
            height: HEIGHT,
            border: "1px solid var(--mantine-color-default-border)",
          }}
        />
      ) : (
        <Text size="sm">
          <Trans>This browser shows no PDF inside a page.</Trans>
        </Text>
      )}
      <Group gap="md" mt={4}>
        <Anchor href={address} target="_blank" size="sm">
          <Trans>Open in a window of its own</Trans>
        </Anchor>
        <Anchor href={address} download={name} size="sm">
          <Trans>Save</Trans>
        </Anchor>
      </Group>
    </Box>
  );
}

/** An address that lives in this page only and as long as it is shown. */
function useAddress(pages: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([pages], { type: "application/pdf" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [pages]);
  return address;
}
