; Task switches: JMP, CALL, interrupts and IRET between 16 and 32-bit tasks; busy bits, back links, NT, TS, what
; is saved and loaded, the trap bit, and faults before and within the switch.
%include "system.inc"

NEW             equ 48h                 ; the TSS that the tests go to, of either width
GATE            equ 50h                 ; a task gate to it
SECOND          equ 58h                 ; a 32-bit TSS that a task goes on to
LOCAL           equ 60h
ABSENT_CODE     equ 68h
ABSENT_DATA     equ 70h
SHORT_CODE      equ 78h
RING1_DATA      equ 80h
ABSENT_LDT      equ 88h
HANDLERS        equ 90h                 ; the TSSs of #TS #NP #SS #GP
NEW_TASK        equ 13000h
SECOND_TASK     equ 13200h
HANDLER_TASKS   equ 13400h
NEW_STACK       equ 1A000h
SECOND_STACK    equ 19000h
HANDLER_STACK   equ 18000h
LDT_TABLE       equ 15000h
VECTOR          equ 50h
DIRECTORY       equ 20000h
OTHER_DIRECTORY equ 21000h
TABLE           equ 22000h

body:
        descriptor LOCAL, LDT_TABLE, 0Fh, 82h, 0
        descriptor ABSENT_LDT, LDT_TABLE, 0Fh, 02h, 0
        descriptor ABSENT_CODE, 0, 0FFFFFh, 1Ah, 0C0h
        descriptor ABSENT_DATA, 0, 0FFFFFh, 12h, 0C0h
        descriptor SHORT_CODE, 0, 0FFh, 9Ah, 40h
        descriptor RING1_DATA, 0, 0FFFFFh, 0B2h, 0C0h
        mov dword [LDT_TABLE + 8], 0000FFFFh
        mov dword [LDT_TABLE + 12], 00CF9300h
        gate gdt + GATE, NEW, 0, 85h
        gate IDT + VECTOR * 8, NEW, 0, 85h
        mov word [wide], 1
        call switches
        mov word [wide], 0
        call switches
        call state
        call trap_bit
        call refused
        call faults_within
        call with_paging
        ret

; ---------------------------------------------------------------- tasks
; Make the tested task as [wide] says, idle, beginning at `task`; and those of the tests' handlers.
prepare:
        pushad
        mov edi, NEW_TASK
        mov ecx, 1000h / 4
        xor eax, eax
        rep stosd
        mov ebx, NEW_TASK
        mov esi, task
        mov ebp, NEW_STACK
        cmp word [wide], 0
        je .narrow
        call fill32
        descriptor NEW, NEW_TASK, 67h, 89h, 0
        jmp .second
.narrow:
        call fill16
        descriptor NEW, NEW_TASK, 2Bh, 81h, 0
.second:
        mov ebx, SECOND_TASK
        mov esi, second
        mov ebp, SECOND_STACK
        call fill32
        descriptor SECOND, SECOND_TASK, 67h, 89h, 0
        mov ebx, HANDLER_TASKS
        mov esi, handlers
        mov ebp, HANDLER_STACK
        mov edx, HANDLERS
.handler:
        call fill32
        push edx
        mov edi, edx
        mov eax, ebx
        mov ecx, 67h
        mov edx, 89h
        call set_descriptor
        pop edx
        add ebx, 80h
        add esi, handlers.second - handlers
        add edx, 8
        cmp edx, HANDLERS + 32
        jb .handler
        mov word [TASK], 0
        mov byte [gdt + TASK_MAIN + 5], 8Bh
        popad
        ret
fill32:
        mov eax, cr3
        mov [ebx + 28], eax
        mov [ebx + 32], esi
        mov dword [ebx + 36], 2
        mov [ebx + 56], ebp
        mov dword [ebx + 40], 0A0A0A0A0h
        mov dword [ebx + 76], CODE32
        mov eax, DATA32
        mov [ebx + 72], eax
        mov [ebx + 80], eax
        mov [ebx + 84], eax
        mov [ebx + 88], eax
        mov [ebx + 92], eax
        mov word [ebx + 102], 104
        ret
fill16:
        mov [ebx + 14], si
        mov word [ebx + 16], 2
        mov word [ebx + 18], 0A0A0h
        mov [ebx + 26], bp
        mov word [ebx + 36], CODE32
        mov eax, DATA32
        mov [ebx + 34], ax
        mov [ebx + 38], ax
        mov [ebx + 40], ax
        ret

; The tested task: show where it is, then go back the way it came, or on to the second task.
task:
        movzx esp, sp                   ; a 16-bit TSS says nothing about the upper halves
        or esp, NEW_STACK & 0FFFF0000h
        mov eax, DATA32
        mov fs, eax
        mov gs, eax
        call show_task
        cmp dword [onward], 0
        jne .onward
        pushfd
        pop eax
        test ah, 40h
        jz .jump
        iretd
.jump:  jmp TASK_MAIN:dword 0
.onward:
        call SECOND:dword 0
        movzx esp, sp
        or esp, NEW_STACK & 0FFFF0000h
        call show_task
        iretd
second:
        call show_task
        iretd
show_task:                              ; TR, back link, NT, busy bits of main and new, TS
        pushfd
        say " TR"
        str eax
        value eax, 2
        mov ebx, eax
        mov ecx, [gdt + eax + 2]
        and ecx, 0FFFFFFh
        movzx eax, word [ecx]
        say " link"
        value eax, 2
        say " NT"
        popfd
        flag_value 4000h
        say " busy"
        movzx eax, byte [gdt + TASK_MAIN + 5]
        value eax, 2
        movzx eax, byte [gdt + ebx + 5]
        value eax, 2
        say " TS"
        mov eax, cr0
        and eax, 8
        value eax, 1
        clts
        mov dword [divisor], 1
        say ","
        ret

; What a fault in a switch leads to: a task for each of #TS, #NP, #SS, #GP.
handlers:
%assign vector 10
%rep 4
        mov eax, vector
        jmp strict near .report
%if vector == 10
.second:
%endif
%assign vector vector + 1
%endrep
.report:
        pop dword [fault.error]
        mov [fault.vector], eax
        mov esi, eax
        shl esi, 2
        add esi, mnemonics
        say " "
        call print32
        say "("
        mov edx, [fault.error]
        mov ecx, 4
        call hex32
        say ") in"
        str ecx
        mov ecx, [gdt + ecx + 2]
        and ecx, 0FFFFFFh
        movzx eax, word [ecx]
        value eax, 2
        mov ecx, [gdt + eax + 2]
        and ecx, 0FFFFFFh
        test byte [gdt + eax + 5], 8
        jz .narrow
        mov edx, [ecx + 32]
        jmp .address
.narrow:
        movzx edx, word [ecx + 14]
.address:
        sub edx, [began]
        cmp edx, 100h
        jb .old
        say " at its beginning"
        add edx, [began]
        sub edx, task
        jz back_to_main
        say " +"
.old:   value edx, 2
back_to_main:
        mov byte [gdt + TASK_MAIN + 5], 89h
        mov eax, TASK_MAIN
        ltr ax
        xor eax, eax
        lldt ax
        clts
        push dword 2
        popfd
        jmp resume_after

; ---------------------------------------------------------------- the kinds
%macro switch 1+
        call prepare
        try %1
%endmacro
%macro back 0
        call show_main
        okay
%endmacro
show_main:                              ; in the main task again: TR, NT, busy bits, TS
        say " back"
        pushfd
        str eax
        value eax, 2
        popfd
        flag_value 4000h
        movzx eax, byte [gdt + TASK_MAIN + 5]
        value eax, 2
        movzx eax, byte [gdt + NEW + 5]
        value eax, 2
        mov eax, cr0
        and eax, 8
        value eax, 1
        clts
        ret
switches:
        mov dword [onward], 0
        switch "JMP to a TSS"
        jmp NEW:dword 0
        back
        switch "JMP to a task gate"
        jmp GATE:dword 0
        back
        switch "CALL to a TSS"
        call NEW:dword 0
        back
        switch "CALL to a task gate"
        call GATE:dword 0
        back
        switch "INT"
        int VECTOR
        back
        mov dword [onward], 1
        switch "CALL, and on by CALL to a 32-bit task"
        call NEW:dword 0
        back
        switch "INT, and on by CALL to a 32-bit task"
        int VECTOR
        back
        mov dword [onward], 0
        switch "#GP, with its error code"
        mov word [IDT + 13 * 8 + 2], HANDLERS + 24
        mov byte [IDT + 13 * 8 + 5], 85h
        mov eax, 0FFF8h
        mov fs, eax
        okay
        switch "#DE, returning behind the division"
        gate IDT, NEW, 0, 85h
        mov dword [divisor], 0
        mov eax, 1
        cdq
        div dword [divisor]
        back
        gate IDT, CODE32, stubs, 8Eh
        ret

; ---------------------------------------------------------------- what is saved and loaded
state:
        mov word [wide], 1
        switch "saved by CALL: EIP, EAX to EDI, selectors, flags"
        mov eax, 11111111h
        mov ecx, 22222222h
        mov edx, 33333333h
        mov ebx, 44444444h
        mov ebp, 55555555h
        mov esi, 66666666h
        mov edi, 77777777h
        stc
        call NEW:dword 0
        mov eax, [TASK + 32]
        sub eax, [began]
        value eax, 2
%assign offset 40
%rep 8
%if offset != 56
        value [TASK + offset]
%endif
%assign offset offset + 4
%endrep
%assign offset 72
%rep 6
        value [TASK + offset], 4
%assign offset offset + 4
%endrep
        mov eax, [TASK + 36]
        and eax, 0CD5h
        value eax, 4
        okay
        switch "restored: EAX to EDI, flags"
        mov eax, 11111111h
        mov ecx, 22222222h
        mov edx, 33333333h
        mov ebx, 44444444h
        mov ebp, 55555555h
        mov esi, 66666666h
        mov edi, 77777777h
        stc
        call NEW:dword 0
        flag_value 1
        value eax
        value ecx
        value edx
        value ebx
        value ebp
        value esi
        value edi
        okay
        switch "the new task's registers, its NT after IRET"
        mov dword [NEW_TASK + 32], .registers
        mov dword [NEW_TASK + 44], 0C0C0C0C0h
        mov dword [NEW_TASK + 36], 4003h        ; JMP loads NT as it is
        jmp NEW:dword 0
.registers:
        value eax
        value ecx
        flag_value 4001h
        mov dword [NEW_TASK], TASK_MAIN
        mov byte [gdt + TASK_MAIN + 5], 8Bh
        mov dword [TASK + 32], .returned
        iretd
.returned:
        mov eax, [NEW_TASK + 36]        ; IRET cleared it in what it saved
        and eax, 4000h
        value eax
        back
        switch "the LDT"
        mov dword [NEW_TASK + 96], LOCAL
        mov dword [NEW_TASK + 92], 0Ch
        mov dword [NEW_TASK + 32], .local
        jmp NEW:dword 0
.local: sldt eax
        value eax, 4
        mov eax, gs
        value eax, 4
        mov dword [TASK + 32], .main
        jmp TASK_MAIN:dword 0
.main:  okay
        sldt eax
        say "the LDT, back:"
        value eax, 4
        call line32
        ret

; ---------------------------------------------------------------- the trap bit
trap_bit:
        switch "trap bit in the TSS"
        mov word [NEW_TASK + 100], 1
        mov eax, 0
        mov dr6, eax
        mov dword [hook], .trapped
        jmp NEW:dword 0
.trapped:
        value [fault.vector], 2
        mov eax, [fault.eip]
        sub eax, task
        value eax
        mov eax, dr6
        and eax, 0E00Fh
        value eax, 4
        str eax
        value eax, 2
        jmp back_to_main
        okay
        ret

; ---------------------------------------------------------------- refusals, in the old task
refused:
        mov word [IDT + 13 * 8 + 2], CODE32
        gate IDT + 13 * 8, CODE32, stubs + 13 * STUB_SIZE, 8Eh
        switch "CALL to a busy TSS"
        call TASK_MAIN:dword 0
        okay
        switch "JMP to an absent TSS"
        mov byte [gdt + NEW + 5], 09h
        jmp NEW:dword 0
        okay
        switch "32-bit TSS too small"
        mov word [gdt + NEW], 66h
        jmp NEW:dword 0
        okay
        switch "16-bit TSS too small"
        mov byte [gdt + NEW + 5], 81h
        mov word [gdt + NEW], 2Ah
        call NEW:dword 0
        okay
        switch "INT, TSS too small"
        mov word [gdt + NEW], 66h
        int VECTOR
        okay
        switch "#DE, TSS too small"
        mov word [gdt + NEW], 66h
        gate IDT, NEW, 0, 85h
        xor eax, eax
        div al
        okay
        gate IDT, CODE32, stubs, 8Eh
        switch "and nothing has become busy"
        call show_main
        okay
        ret

; ---------------------------------------------------------------- faults in the new task
; field offset, value, name: the TSS with one bad field.
%macro field 3+
        switch %3
        mov dword [NEW_TASK + %1], %2
        call NEW:dword 0
        okay
%endmacro
faults_within:
        gate IDT + 10 * 8, HANDLERS, 0, 85h
        gate IDT + 11 * 8, HANDLERS + 8, 0, 85h
        gate IDT + 12 * 8, HANDLERS + 16, 0, 85h
        gate IDT + 13 * 8, HANDLERS + 24, 0, 85h
        field 96, DATA32, "LDT selector to data"
        field 96, ABSENT_LDT, "LDT absent"
        field 96, 0Ch, "LDT selector into the LDT"
        field 76, 0, "CS null"
        field 76, DATA32, "CS data"
        field 76, ABSENT_CODE, "CS absent"
        field 76, CODE32 | 3, "CS with RPL above DPL"
        field 76, 7F8h, "CS past the GDT"
        field 80, 0, "SS null"
        field 80, CODE32, "SS code"
        field 80, ABSENT_DATA, "SS absent"
        field 80, RING1_DATA, "SS with another DPL"
        field 80, DATA32 | 1, "SS with another RPL"
        field 84, LOCAL, "DS an LDT"
        field 84, ABSENT_DATA, "DS absent"
        field 84, 7F8h, "DS past the GDT"
        field 92, 0Ch, "GS in no LDT"
        field 72, DATA32 | 3, "ES with RPL above DPL"
        switch "EIP past the limit"
        mov dword [NEW_TASK + 76], SHORT_CODE
        call NEW:dword 0
        okay
        ret

; ---------------------------------------------------------------- paging
with_paging:
        mov edi, TABLE
        mov eax, 3
        mov ecx, 400h
.page:  stosd
        add eax, 1000h
        loop .page
        mov dword [DIRECTORY], TABLE | 3
        mov dword [OTHER_DIRECTORY], TABLE | 3
        mov eax, DIRECTORY
        mov cr3, eax
        mov eax, cr0
        or eax, 80010000h
        mov cr0, eax
        switch "CR3 of a 32-bit task"
        mov dword [NEW_TASK + 28], OTHER_DIRECTORY
        mov dword [NEW_TASK + 32], .other
        jmp NEW:dword 0
.other: mov eax, cr3
        value eax
        mov dword [TASK + 28], DIRECTORY
        mov dword [TASK + 32], .main
        jmp TASK_MAIN:dword 0
.main:  okay
        switch "CR3 of a 16-bit task is the old one"
        mov word [wide], 0
        call prepare
        mov word [NEW_TASK + 14], .same
        jmp NEW:dword 0
.same:  movzx esp, sp
        or esp, NEW_STACK & 0FFFF0000h
        mov eax, cr3
        value eax
        mov dword [TASK + 32], .main2
        jmp TASK_MAIN:dword 0
.main2: okay
        mov word [wide], 1
        switch "new TSS in an absent page"
        mov dword [hook], page_only
        mov word [gdt + NEW + 2], 3FF0h         ; 13FF0h
        and dword [TABLE + 14h * 4], ~1
        mov eax, cr3
        mov cr3, eax
        jmp NEW:dword 0
        okay
        or dword [TABLE + 14h * 4], 1
        switch "old TSS in a page that may not be written"
        mov dword [hook], page_only
        and dword [TABLE + (TASK >> 12) * 4], ~2
        mov eax, cr3
        mov cr3, eax
        jmp NEW:dword 0
        okay
        or dword [TABLE + (TASK >> 12) * 4], 2
        mov eax, cr3
        mov cr3, eax
        switch "and after both all is well"
        call NEW:dword 0
        back
        ret

; Which byte of the TSS is touched first is the processor's business.
page_only:
        value [fault.vector], 2
        value [fault.error], 4
        mov eax, [fault.cr2]
        shr eax, 12
        value eax, 5
        mov eax, [fault.eip]
        sub eax, [began]
        value eax, 2
        str eax
        value eax, 2
        jmp resume_after

divisor:
        dd 0
        align 4
wide:   dd 0
onward: dd 0

        system_end
