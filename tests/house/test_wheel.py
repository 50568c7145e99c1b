"""What is installed from a wheel holds what is not Python, too."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[2]


def test_a_wheel_holds_layouts_fonts_and_texts():
    held = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    assert {
        "bot/exchange/documents/layout.typ",
        "bot/exchange/ours/tips.toml",
        "bot/pictures/fonts/Inter-Regular.otf",
        "locales/nl/LC_MESSAGES/messages.po",
    } <= held
