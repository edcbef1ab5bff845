"""Whether a process that once said where it is goes on: on this machine it is known, of others it is not."""

import subprocess
import sys

from cluster.processes import here, runs, shown

_SAYS = "from cluster.processes import here; print(here(), flush=True); input()"


def test_a_process_of_this_machine_is_known_to_run_and_to_have_ended() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _SAYS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as it:
        assert it.stdout is not None
        said = it.stdout.readline().strip()
        assert (runs(said), shown(said).rpartition(":")[2]) == (True, str(it.pid))
        it.communicate("end")
    assert runs(said) is False


def test_another_machine_of_the_same_name_is_another() -> None:
    host, pid, mark = here().split(":")
    boot, _, space = mark.partition(".")
    assert "" not in (boot, space)
    elsewhere = f"{boot[::-1]}.{space}"
    assert [runs(each) for each in (f"{host}:{pid}:{elsewhere}", f"other:{pid}:{mark}", f"{host}:{pid}", "")] == [
        None
    ] * 4
