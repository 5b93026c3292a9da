; Processes: made, doubled, changed, ended, waited for. `process_lock` guards the table.

; The library's page, which all processes share.
library_start:
        push esi
        push edi
        call frame_take
        mov [library_frame], eax
        lea edi, [KERNEL_BASE + eax]
        mov esi, KERNEL_BASE + LOAD_BASE + PROGRAMS_OFFSET + LIBRARY * PAGE
        mov ecx, PAGE / 4
        rep movsd
        pop edi
        pop esi
        ret

; The first process: program 0 with pid 1.
processes_start:
        mov eax, process_lock
        call acquire
        call process_take
        push eax
        mov eax, process_lock
        call release
        mov eax, [esp]
        push ebx
        mov ebx, eax
        call space_create
        mov [ebx + process.directory], eax
        mov eax, ebx
        call process_block
        mov eax, ebx
        xor edx, edx
        call program_load
        ; Its frame at the top of its kernel stack.
        mov eax, [ebx + process.stack]
        add eax, PAGE - frame_size
        mov [ebx + process.frame], eax
        call frame_for_program
        mov dword [ebx + process.state], RUNNABLE
        pop ebx
        pop eax
        ret

; EAX = an unused slot with a number and a kernel stack that begins at process_begin. The lock is held.
process_take:
        push ebx
        mov ebx, process_table
.next:
        cmp dword [ebx + process.state], UNUSED
        je .found
        add ebx, process_size
        cmp ebx, process_table + PROCESSES * process_size
        jb .next
        xor eax, eax
        pop ebx
        ret
.found:
        mov dword [ebx + process.state], WAITING
        inc dword [processes_made]
        mov eax, [processes_made]
        mov [ebx + process.number], eax
        call frame_take
        add eax, KERNEL_BASE
        mov [ebx + process.stack], eax
        ; As if switch_context had been called from process_begin, below the frame for ring 3.
        add eax, PAGE - frame_size - 5 * 4
        mov dword [eax + 16], process_begin
        mov [ebx + process.esp], eax
        mov eax, ebx
        pop ebx
        ret

; The block of the process EAX: a page that it alone has, at the address of its slot.
process_block:
        push ebx
        mov ebx, eax
        call frame_take_zeroed
        mov [ebx + process.block], eax
        mov edx, [ebx + process.number]
        mov [KERNEL_BASE + eax + block.number], edx
        mov eax, ebx
        call block_address
        mov edx, eax
        mov ecx, [ebx + process.block]
        or ecx, ENTRY_PRESENT | ENTRY_WRITE | ENTRY_USER
        mov eax, [ebx + process.directory]
        call space_map
        pop ebx
        ret

; EAX = the linear address of the block of the process EAX.
block_address:
        sub eax, process_table
        xor edx, edx
        mov ecx, process_size
        div ecx
        shl eax, 12
        add eax, USER_BLOCK
        ret

; Program EDX into the empty space of the process EAX, read-only.
program_load:
        push ebx
        push esi
        push edi
        mov ebx, eax
        mov [ebx + process.program], edx
        mov dword [ebx + process.break], USER_HEAP
        mov esi, edx
        shl esi, 12
        add esi, KERNEL_BASE + LOAD_BASE + PROGRAMS_OFFSET
        call frame_take
        lea edi, [KERNEL_BASE + eax]
        mov ecx, PAGE / 4
        rep movsd
        mov ecx, eax
        or ecx, ENTRY_PRESENT | ENTRY_USER
        mov edx, USER_TEXT
        mov eax, [ebx + process.directory]
        call space_map
        mov eax, [library_frame]
        call frame_share
        mov ecx, [library_frame]
        or ecx, ENTRY_PRESENT | ENTRY_USER
        mov edx, USER_LIBRARY
        mov eax, [ebx + process.directory]
        call space_map
        pop edi
        pop esi
        pop ebx
        ret

; The frame EAX as a program finds it when it begins.
frame_for_program:
        push edi
        push eax
        mov edi, eax
        xor eax, eax
        mov ecx, frame_size / 4
        rep stosd
        pop eax
        mov dword [eax + frame.gs], USER_LOCAL
        mov dword [eax + frame.fs], USER_DATA
        mov dword [eax + frame.es], USER_DATA
        mov dword [eax + frame.ds], USER_DATA
        mov dword [eax + frame.eip], USER_TEXT
        mov dword [eax + frame.cs], USER_CODE
        mov dword [eax + frame.eflags], FLAG_ALWAYS | FLAG_INTERRUPT
        mov dword [eax + frame.esp], USER_STACK_END
        mov dword [eax + frame.ss], USER_DATA
        pop edi
        ret

; EAX = the pid of a copy of the running process, or -1; in the copy, EAX is 0.
process_fork:
        push ebx
        push esi
        push edi
        mov esi, [fs:processor_block.process]
        mov eax, process_lock
        call acquire
        call process_take
        mov ebx, eax
        mov eax, process_lock
        call release
        test ebx, ebx
        jz .full
        call space_create
        mov [ebx + process.directory], eax
        mov eax, ebx
        call process_block
        mov eax, [esi + process.directory]
        mov edx, [ebx + process.directory]
        call space_copy
        mov eax, [esi + process.break]
        mov [ebx + process.break], eax
        mov eax, [esi + process.program]
        mov [ebx + process.program], eax
        mov eax, [esi + process.number]
        mov [ebx + process.parent], eax
        push esi
        mov edi, [ebx + process.stack]
        add edi, PAGE - frame_size
        mov [ebx + process.frame], edi
        mov esi, [esi + process.frame]
        mov ecx, frame_size / 4
        rep movsd
        pop esi
        mov eax, [ebx + process.frame]
        mov dword [eax + frame.eax], 0
        mov eax, process_lock
        call acquire
        mov dword [ebx + process.state], RUNNABLE
        mov eax, process_lock
        call release
        mov eax, [ebx + process.number]
        jmp .done
.full:
        mov eax, -1
.done:
        pop edi
        pop esi
        pop ebx
        ret

; The running process becomes program EAX from its beginning. EAX = -1 if there is no such program.
process_exec:
        cmp eax, PROGRAM_COUNT
        jae .unknown
        push ebx
        push esi
        push eax
        mov ebx, [fs:processor_block.process]
        mov esi, [ebx + process.directory]
        call space_create
        mov [ebx + process.directory], eax
        mov eax, ebx
        call process_block
        mov eax, ebx
        pop edx
        call program_load
        mov eax, [ebx + process.directory]
        write_directory eax
        mov eax, esi
        call space_destroy
        mov eax, [ebx + process.frame]
        call frame_for_program
        xor eax, eax
        pop esi
        pop ebx
        ret
.unknown:
        mov eax, -1
        ret

; The running process ends with the status EAX. It keeps its kernel stack until somebody waited for it.
process_exit:
        mov ebx, [fs:processor_block.process]
        mov esi, eax
        mov eax, kernel_directory - KERNEL_BASE
        write_directory eax
        mov eax, [ebx + process.directory]
        mov dword [ebx + process.directory], kernel_directory - KERNEL_BASE
        call space_destroy
        mov eax, process_lock
        call acquire
        mov [ebx + process.status], esi
        mov edx, [ebx + process.number]
        cmp edx, 1
        jne .child
        mov [first_status], esi
.child:
        ; Its children are now those of the first process.
        mov eax, process_table
.next:
        cmp [eax + process.parent], edx
        jne .other
        mov dword [eax + process.parent], 1
.other:
        add eax, process_size
        cmp eax, process_table + PROCESSES * process_size
        jb .next
        mov dword [ebx + process.state], ZOMBIE
        mov eax, [ebx + process.parent]
        call wake_waiting
        call give_up
        panic "an ended process runs"

; Wake the process with the number EAX if it waits for a child. The lock is held.
wake_waiting:
        mov edx, process_table
.next:
        cmp [edx + process.number], eax
        jne .other
        cmp dword [edx + process.state], WAITING
        jne .other
        mov dword [edx + process.state], RUNNABLE
.other:
        add edx, process_size
        cmp edx, process_table + PROCESSES * process_size
        jb .next
        ret

; Wait for a child of the running process to end: EAX = its pid, EDX = its status, or EAX = -1 if there
; are none.
process_wait:
        push ebx
        push esi
        push edi
        mov ebx, [fs:processor_block.process]
        mov eax, process_lock
        call acquire
.again:
        xor edi, edi                    ; children
        mov esi, process_table
.next:
        cmp dword [esi + process.state], UNUSED
        je .other
        mov eax, [esi + process.parent]
        cmp eax, [ebx + process.number]
        jne .other
        inc edi
        cmp dword [esi + process.state], ZOMBIE
        je .ended
.other:
        add esi, process_size
        cmp esi, process_table + PROCESSES * process_size
        jb .next
        test edi, edi
        jz .none
        mov dword [ebx + process.state], WAITING
        call give_up
        jmp .again
.ended:
        mov edi, [esi + process.number]
        mov ebx, [esi + process.status]
        mov eax, esi
        call process_forget
        jmp .done
.none:
        mov edi, -1
.done:
        mov eax, process_lock
        call release
        mov eax, edi
        mov edx, ebx
        pop edi
        pop esi
        pop ebx
        ret

; The ended process EAX leaves the table; its kernel stack is free. The lock is held.
process_forget:
        push ebx
        mov ebx, eax
        mov eax, [ebx + process.stack]
        sub eax, KERNEL_BASE
        call frame_release
        mov eax, ebx
        push edi
        mov edi, ebx
        xor eax, eax
        mov ecx, process_size / 4
        rep stosd
        pop edi
        pop ebx
        ret

; The running process sleeps for EAX ticks.
process_sleep:
        push ebx
        push eax
        mov eax, process_lock
        call acquire
        pop eax
        mov ebx, [fs:processor_block.process]
        add eax, [ticks]
        mov [ebx + process.wake], eax
        mov dword [ebx + process.state], SLEEPING
        call give_up
        mov eax, process_lock
        call release
        pop ebx
        ret

; Another tick has come: wake those whose time it is.
wake_sleepers:
        mov eax, process_lock
        call acquire
        mov edx, process_table
        mov eax, [ticks]
.next:
        cmp dword [edx + process.state], SLEEPING
        jne .other
        mov ecx, [edx + process.wake]
        sub ecx, eax
        jg .other
        mov dword [edx + process.state], RUNNABLE
.other:
        add edx, process_size
        cmp edx, process_table + PROCESSES * process_size
        jb .next
        mov eax, process_lock
        jmp release
