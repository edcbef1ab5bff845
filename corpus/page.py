"""Which article does a web page hold?"""

import logging
import re
from typing import Any, Protocol

from lxml import etree
from lxml import html as lxml_html
from trafilatura import bare_extraction

from corpus.article import UNDATED, PartialDate
