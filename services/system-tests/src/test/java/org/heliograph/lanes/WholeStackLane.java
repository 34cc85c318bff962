package org.heliograph.lanes;

import org.heliograph.testkit.HeliographStack;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All classes on the whole stack, in one process and so on one stack. */
@Suite
@SelectPackages("org.heliograph")
@IncludeClassNamePatterns(".*IT")
@IncludeTags(HeliographStack.TAG)
class WholeStackLane {}
