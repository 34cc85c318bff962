package org.heliograph.lanes;

import org.heliograph.testkit.HeliographStack;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All classes that start what they need themselves, or need no stack: one after the other, beside the whole stack. */
@Suite
@SelectPackages("org.heliograph")
@IncludeClassNamePatterns(".*IT")
@ExcludeTags(HeliographStack.TAG)
class OwnGroundsLane {}
