"""First names by which two words with capitals are taken for a person's name; written for the benchmark, apart from the package's own."""

from __future__ import annotations

_ROWS = (
    "Aaron Abigail Adam Adrian Ahmed Alan Alasdair Albert Alejandro Alex Alexander Alfred Alfredo Ali Alice Alison Allan Amanda Amy",
    "Ana Andrea Andrew Andy Angela Ann Anna Anne Anthony Antonio Ariana Arthur Ashley Barack Barbara Ben Benjamin Bernard Beth",
    "Betty Bill Bob Boris Bradley Brandon Brenda Brett Brian Bruce Bruno Calum Cameron Carl Carla Carlos Carmen Carol Caroline",
    "Catherine Charles Charlotte Chloe Chris Christian Christina Christine Christopher Claire Clara Claude Colin Connor Craig",
    "Cynthia Daisy Dan Daniel Daniela David Dean Deborah Declan Denis Dennis Diana Diane Diego Dieter Dominic Donald Donna Dorothy",
    "Doug Douglas Duncan Dustin Dwight Eddie Eden Edward Eduardo Elaine Elena Elisabeth Elizabeth Ellen Emily Emma Emmanuel Enrique",
    "Eric Erik Ethan Eva Evan Evelyn Evo Fatima Federico Felix Fernando Fiona Florence Francesco Francis Francisco Frank Franz Fred",
    "Gabriel Gary Gavin Geoff Geoffrey George Georgia Gerald Giovanni Giuseppe Gloria Gordon Grace Graham Grant Greg Gregor Gregory",
    "Guillermo Guy Hannah Hans Harold Harriet Harry Hassan Heather Helen Henry Hillary Howard Hugh Hugo Ian Ibrahim Irene Isaac",
    "Isabel Ivan Jack Jackie Jacob Jacques Jake James Jamie Jan Jane Janet Jason Javier Jay Jean Jeff Jeffrey Jennifer Jeremy Jerry",
    "Jessica Jill Jim Jimmy Joan Joanna Joe Johan John Johnny Jon Jonathan Jordan Jorge Jose José Joseph Josh Joshua Juan Judith",
    "Julia Julian Julie Justin Karen Karim Karl Kate Katherine Kathleen Katie Keith Kelly Ken Kenneth Kevin Khalid Kim Kirsty Klaus",
    "Kyle Larry Laura Lauren Laurent Leo Leon Leonard Leroy Leslie Lewis Liam Lily Linda Lindsey Lisa Liz Louis Louise Luca Lucas",
    "Lucy Luis Lukas Luke Lynn Magnus Manuel Marc Marco Marcus Margaret Maria María Marie Marina Mario Marion Mark Martha Martin",
    "Martina Mary Mateo Mathew Matt Matthew Maureen Maurice Max Megan Melania Melissa Michael Michel Michelle Miguel Mike Mohamed",
    "Mohammed Mohammad Monica Muhammad Nadia Nancy Naomi Natalia Natalie Nathan Neal Neil Nicholas Nick Nicola Nicolas Nicole Nigel",
    "Nikki Noah Olga Oliver Olivia Omar Oscar Pablo Pamela Paolo Patricia Patrick Paul Paula Pauline Pedro Peter Phil Philip",
    "Philippe Pierre Rachel Rafael Ralph Raymond Rebecca Ricardo Richard Rick Rob Robert Roberto Robin Roger Roland Ron Ronald Rory",
    "Rosa Rose Ross Rowan Roy Russell Ruth Ryan Salman Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian Sergei",
    "Sergey Sergio Sharon Sheila Silvia Simon Sofia Sophia Sophie Stefan Stephanie Stephen Steve Steven Stuart Susan Suzanne Sylvia",
    "Tammy Tara Terry Thabo Theresa Thomas Tiffany Tim Timothy Tina Todd Tom Tommy Tony Tyler Ursula Valentina Vanessa Vicki Victor",
    "Victoria Vincent Virginia Vladimir Walter Warren Wayne Wendy Will William Winston Xavier Yusuf Zachary Zoe",
)
GIVEN = frozenset(name for row in _ROWS for name in row.split(" "))
TITLES = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Sgt|Lt|Capt)\.?|President|Senator|Judge|Justice|Chancellor|Minister|Secretary|Professor|Inspector"
    r"|Governor|Mayor|Captain|Coach|Pastor|Bishop|Prince|Princess|King|Queen|Rapper"
)
"""What stands before a surname alone."""
