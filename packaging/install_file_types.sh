#!/bin/sh
# Tells a Linux desktop of one person what Ankle Coach's files are and what opens them; --remove takes it back.
# It needs xdg-utils; ANKLE_COACH may name the program where it is not on the PATH.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=${ANKLE_COACH:-$(command -v ankle-coach || echo "$here/../.venv/bin/ankle-coach")}

if [ "${1:-}" = "--remove" ]; then
    rm -f "$data/applications/ankle-coach.desktop" "$data/mime/packages/ankle-coach-mime.xml" \
        "$data/icons/hicolor/scalable/apps/ankle-coach.svg"
else
    mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps"
    sed -e "s|^Exec=ankle-coach|Exec=\"$program\"|" -e "s|^TryExec=.*|TryExec=$program|" \
        "$here/ankle-coach.desktop" >"$data/applications/ankle-coach.desktop"
    cp "$here/ankle-coach-mime.xml" "$data/mime/packages/"
    cp "$here/../resources/icons/app.svg" "$data/icons/hicolor/scalable/apps/ankle-coach.svg"
fi
if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications"; fi
